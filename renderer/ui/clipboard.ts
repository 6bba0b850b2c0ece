/**
 * Puts content into the clipboard, by media type. Works without the clipboard permission, which the window refuses to
 * everybody; must be called from a click or a key.
 * @returns false when the clipboard could not be reached
 */
export function copyToClipboard(content: Readonly<Record<string, string>>): boolean {
  function write(event: ClipboardEvent) {
    event.preventDefault();
    for (const [type, text] of Object.entries(content)) event.clipboardData?.setData(type, text);
  }
  document.addEventListener('copy', write);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', write);
  }
}

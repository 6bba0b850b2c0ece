const key = 'lastRecipient';

/** To whom the last document from this PC went: mostly the next one goes there too. */
export function lastRecipient(): string {
  return localStorage.getItem(key) ?? '';
}

export function rememberRecipient(recipient: string): void {
  localStorage.setItem(key, recipient);
}

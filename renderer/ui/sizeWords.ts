const steps = ['字节', 'KB', 'MB', 'GB', 'TB'];

/** A number of bytes as people say it: `3.4 MB`. */
export function sizeWords(bytes: number): string {
  const step = Math.min(steps.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${steps[step] ?? ''}`;
}

/** Whether a file system call failed because there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  // Not by instanceof: the file system's errors come from another realm where code runs in a vm, as under Jest.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/** Of scenes, decisions, choices and endings: lower-case words joined by hyphens, at most 64 characters. */
export function isId(value: string): boolean {
  return value.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
}

/** Pure. An address with more asked of it: `query` is encoded already. */
export function addressWith(address: string, query: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query}`
}

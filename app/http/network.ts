import { isIPv6 } from 'node:net'

/**
 * Pure. The network that an address belongs to, for counting: an IPv4 address is one, of IPv6 a household has the first four groups
 * and as many addresses as it likes. `unknown` where the connection is gone.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (inside !== undefined) return inside
  if (!isIPv6(address)) return address
  const [front = '', back = ''] = address.replace(/%.*$/, '').toLowerCase().split('::')
  const [first, last] = [groups(front), groups(back)]
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  const all = address.includes('::') ? [...first, ...zeros, ...last] : first
  return `${all.slice(0, 4).map(short).join(':')}::/64`
}

function groups(part: string): Array<string> {
  return part === '' ? [] : part.split(':')
}

function short(group: string): string {
  return group.replace(/^0+(?=.)/, '')
}

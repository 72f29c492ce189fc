import ipaddr from 'ipaddr.js'

/**
 * Whether an address belongs to a host on the public internet. Everything with a special purpose (IANA registries, RFC
 * 6890) is refused, and with it every IPv6 form that carries an IPv4 address inside: mapped, translated, 6to4, Teredo,
 * NAT64. Of IPv6 only global unicast (2000::/3, RFC 4291) is left, so that what is assigned later is refused until known.
 */
export function isPublicAddress(text: string): boolean {
  // A zone (`fe80::1%eth0`) only makes sense on one's own link.
  if (text.includes('%') || !ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  if (address.kind() === 'ipv4') return ipaddr.IPv4.isValidFourPartDecimal(text)
  const [first = 0] = address.toByteArray()
  return first >> 5 === 0b001
}

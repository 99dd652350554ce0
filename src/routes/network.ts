/** The network a request comes from. The only header believed is Cloudflare's own. */
export function callerOf(request: Request): string {
  return networkOf(request.headers.get('CF-Connecting-IP') ?? 'local');
}

/**
 * Whom a rate counts: an IPv4 address, or the /64 of an IPv6 one, since whoever has one address there
 * has all of them. Pure.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back];
  return `${groups.slice(0, 4).map(withoutZeros).join(':')}::/64`;
}

function withoutZeros(group: string): string {
  return group.replace(/^0+(?=.)/, '');
}

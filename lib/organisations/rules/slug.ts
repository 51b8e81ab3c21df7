/** The readable part of an address from a name: `Hyndburn & Ribble Valley` gives `hyndburn-and-ribble-valley`. Empty when the name has no letter to begin with. */
export function slugOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 60);
}

/** The two origins of the end-to-end tests: the site itself, and somebody's blog that embeds it. */
export const sitePort = 4273;
export const blogPort = 4274;
export const siteOrigin = `http://localhost:${sitePort}`;
export const blogOrigin = `http://localhost:${blogPort}`;

/** The blog's page with the embed in an iframe. `sandbox` is the attribute's value; left out, the frame is plain. */
export const blogPage = (embedQuery: string, sandbox?: string): string => {
  const query = new URLSearchParams({ src: `${siteOrigin}/embed.html${embedQuery}` });
  if (sandbox !== undefined) query.set('sandbox', sandbox);
  return `${blogOrigin}/?${query.toString()}`;
};

import type { NextConfig } from 'next';

/** The content policy with its nonce is set for each answer in proxy.ts; these hold for every answer alike. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  // A page's address names a pupil's record; other sites learn nothing of it.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  // The demonstration, the tests and development do not share a build.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // The proxy that ends TLS compresses (docs/operations.md); an action that leads on would be packed and unpacked within.
  compress: false,
  // No preload headers: they would tell a page that exists from one that does not.
  reactMaxHeadersLength: 0,
  // The title is part of the answer for everybody, never sent after it: two answers that must look the same then do.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  // Types are a stage of their own in `npm test` and `npm run check`, over the whole tree.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  serverExternalPackages: ['pg', 'pino', '@node-rs/argon2', 'highs', 'pdfkit', 'write-excel-file'],
  experimental: {
    // Forms carry text; files are uploaded through a route handler with a message of its own.
    serverActions: { bodySizeLimit: '256kb' },
  },
  headers: async () => [{ source: '/:path*', headers }],
};

export default config;

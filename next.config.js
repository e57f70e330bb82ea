/** Reasons for each switch: docs/decisions/0003-no-framework-script-in-the-browser.md */
export default {
  compress: false,
  poweredByHeader: false,
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'pino', 'intl-messageformat'],
  // Loading every page before the first is shown took half of a start.
  experimental: { preloadEntriesOnStart: false },
  turbopack: { root: import.meta.dirname },
}

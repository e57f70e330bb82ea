import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Where the built server lies: inside the build it belongs to. */
export const serverFile = (root: string): string => join(root, '.next', 'relais-server.mjs')

/**
 * Bundles our server into one file: read and compiled as TypeScript at each start, its modules took longer than all the
 * rest. Packages with their own files stay outside, and the driver, whose faults are told by where it lies.
 */
export async function buildServer(root: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'lib/server/serve.ts')],
    outfile: serverFile(root),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    charset: 'utf8',
    legalComments: 'none',
    external: ['next', 'postgres', 'pino', '@node-rs/argon2', 'nodemailer', 'intl-messageformat'],
    logLevel: 'error',
  })
  // Started as threads, each from a file that lies beside whoever starts it.
  for (const thread of ['letter-thread.mjs', 'sms-thread.mjs'])
    copyFileSync(join(root, 'lib/platform/mail', thread), join(root, '.next', thread))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildServer(process.cwd())

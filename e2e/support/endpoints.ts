import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const app = fileURLToPath(new URL('../../app', import.meta.url))

function filesNamed(folder: string, name: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => entry.parentPath.slice(app.length))
}

const address = (folder: string): string => folder.replace(/\/\([^)]+\)/g, '') || '/'

/** Every address that answers writes or downloads, with its places in brackets: /api/v1/alerts/[id]/close. */
export const endpoints = (): string[] => filesNamed(join(app, 'api'), 'route.ts').map(address).sort()

/** Every page's address, with its places in brackets. */
export const pages = (): string[] => filesNamed(app, 'page.tsx').map(address).sort()

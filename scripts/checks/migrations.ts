import { createHash } from 'node:crypto'
import type { Check, Source } from './sources'

const JOURNAL = 'drizzle/meta/_journal.json'
/** Checksums of migrations as they landed; `npx tsx scripts/record-migrations.ts` adds new ones when they land. */
export const LANDED = 'drizzle/meta/landed.json'

const textOf = (sources: Source[], path: string) => sources.find((source) => source.path === path)?.text
const migrations = (sources: Source[]) => sources.filter(({ path }) => /^drizzle\/\d{4}_\w+\.sql$/.test(path))
export const checksum = (text: string) => createHash('sha256').update(text).digest('hex')

const unedited: Check = {
  name: 'Migrations that have landed are as they landed',
  run(sources) {
    const landed: Record<string, string> = JSON.parse(textOf(sources, LANDED) ?? '{}')
    return Object.entries(landed).flatMap(([path, sum]) => {
      const text = textOf(sources, path)
      if (text === undefined) return [`${path}: it has landed and is gone`]
      return checksum(text) === sum ? [] : [`${path}: it has landed and was edited; write a new file instead`]
    })
  },
}

const journalled: Check = {
  name: 'The journal names every migration once, in the order of their numbers',
  run(sources) {
    const { entries }: { entries: { tag: string; when: number; idx: number }[] } = JSON.parse(
      textOf(sources, JOURNAL) ?? '{"entries":[]}',
    )
    const tags = entries.map(({ tag }) => tag)
    const files = migrations(sources).map(({ path }) => path.slice('drizzle/'.length, -'.sql'.length))
    const wrongOrder = entries.filter(
      ({ tag, when, idx }, i) =>
        idx !== i || (i > 0 && ((tags[i - 1] ?? '') >= tag || (entries[i - 1]?.when ?? 0) >= when)),
    )
    return [
      ...files.filter((tag) => !tags.includes(tag)).map((tag) => `${tag}: not in ${JOURNAL}`),
      ...tags.filter((tag) => !files.includes(tag)).map((tag) => `${tag}: in ${JOURNAL} without a file`),
      ...wrongOrder.map(({ tag }) => `${tag}: number, time or place in ${JOURNAL} is out of order`),
    ]
  },
}

export const migrationChecks = [unedited, journalled]

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dictionary } from '@/lib/base/i18n/dictionary'
import { root } from '@/lib/testing/database'
import { messages, tasks } from './tasks'

const names = [...tasks, ...messages.mail, ...messages.sms].map(({ name }) => name).sort()

test('the outbox takes the tasks of the code and no other', async () => {
  const [row] = await root()`select pg_get_constraintdef(oid) as said from pg_constraint
    where conrelid = 'jobs.outbox'::regclass and conname = 'outbox_task_check'`
  const known = [...String(row?.said).matchAll(/'([a-z-]+)'/g)].map(([, name]) => name)
  expect(known.sort()).toEqual(names)
})

test('every task has words in each language, for whoever administers', () => {
  for (const locale of ['fr', 'en'] as const) {
    const words: Record<string, string> = dictionary.work[locale]
    expect(names.filter((name) => !words[`outbox.task.${name}`])).toEqual([])
  }
})

/** Every name given to jobs.enqueue, jobs.cancel or jobs.plan, in code and in the functions of the database. */
async function namesInUse(): Promise<string[]> {
  const files = readdirSync(join(process.cwd(), 'lib'), { recursive: true, encoding: 'utf8' })
  const code = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(process.cwd(), 'lib', file), 'utf8'))
  const functions =
    await root()`select prosrc from pg_proc where pronamespace = any(array['app', 'jobs']::regnamespace[])`
  const texts = [...code, ...functions.map(({ prosrc }) => String(prosrc))]
  const calls =
    /jobs\.(?:enqueue|cancel|plan)\(\s*'([^']*)'|insert into jobs\.outbox \([^)]*\)\s*(?:values \(|select )'([^']*)'/g
  return texts.flatMap((text) =>
    [...text.matchAll(calls)].map(([, called, inserted]) => called ?? inserted ?? ''),
  )
}

test('whoever has something done names a task that exists', async () => {
  const used = [...new Set(await namesInUse())]
  expect(used).toContain('send-referral')
  expect(used.filter((name) => !names.includes(name))).toEqual([])
})

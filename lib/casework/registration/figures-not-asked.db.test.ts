import { beforeAll, describe, expect, test } from 'vitest'
import { POST as answer } from '@/app/api/v1/cases/[code]/consent/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { adult, alone, child } from '@/lib/testing/factories/consent-answers'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
})

type Sent = Record<string, string>

async function begun(values: Sent): Promise<string> {
  const response = await post(openCase, { as: lead, values })
  const code = response.headers.get('location')?.split('/')[2] ?? ''
  expect(code).toMatch(/^MLP-/)
  return code
}

const figures = async (code: string) => {
  const rows = await root()`select x.status from app.consents x join app.cases c on c.id = x.case_id
    where c.code = ${code} and x.purpose = 'STATS' order by x.given_at, x.status`
  return rows.map(({ status }) => String(status))
}

describe('figures without a name, on the first page', () => {
  test('where nobody could say yes for a child, nobody is said to have refused', async () => {
    expect(await figures(await begun(alone))).toEqual([])
  })

  test('a no that somebody gave is written as theirs', async () => {
    expect(await figures(await begun({ ...child, stats: 'NO' }))).toEqual(['REFUSED'])
    expect(await figures(await begun(adult))).toEqual(['REFUSED'])
  })

  test('an earlier yes does not outlast an answer that nobody could give again', async () => {
    const code = await begun({ ...child, stats: 'YES' })
    expect(await figures(code)).toEqual(['ASSENT'])
    // As the page of a draft asks it: where she was met, her sex and her age are known.
    const { answer: said, giver, mode, language, caregiver, reason, stats } = alone
    const values = { answer: said, giver, mode, language, caregiver, reason, stats }
    const again = await post(answer, { as: lead, params: { code }, values })
    expect(again.headers.get('location')).not.toContain('draft=')
    expect(await figures(code)).toEqual(['WITHDRAWN', 'REFUSED'])
  })
})

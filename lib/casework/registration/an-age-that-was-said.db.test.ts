import { beforeAll, describe, expect, test } from 'vitest'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { translator } from '@/lib/base/i18n/translate'
import { viewPerson } from '@/lib/desks/case-file/view-person'
import { ageWords } from '@/lib/desks/case-file/words'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { adult, alone } from '@/lib/testing/factories/consent-answers'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
})

async function asked(values: Record<string, string>) {
  const answer = await post(openCase, { as: lead, values, json: true })
  const body = (await answer.json()) as { location?: string; error?: { fields?: Record<string, string> } }
  return body.location?.split('/')[2] ?? body.error?.fields
}
const words = async (code: unknown) => {
  const seen = await reading(lead, (ctx) => viewPerson(ctx, String(code)))
  if (!('view' in seen) || !seen.view) throw new Error('not in reach')
  return ageWords(seen.view.head.person, {
    t: translator('fr'),
    locale: 'fr',
    now: new Date('2014-06-30T09:00:00Z'),
  })
}

describe('an age that somebody says today', () => {
  test('is their age today: at eighteen they answer for themselves', async () => {
    for (const ageBasis of ['STATED', 'DOC']) {
      const code = await asked({ ...adult, age: '18', ageBasis })
      expect(code).toMatch(/^MLP-/)
      expect(await words(code)).toBe('Femme, 18 ans')
    }
  })

  test('that is only estimated leaves the doubt on the child’s side', async () => {
    for (const ageBasis of ['ESTIMATE', 'EVENT'])
      expect(await asked({ ...adult, age: '18', ageBasis })).toMatchObject({ answer: expect.anything() })
  })

  test('of fifteen is that of a mature minor, of fourteen is not', async () => {
    const minor = { ...alone, reason: 'LIVES_ALONE' }
    expect(await asked({ ...minor, age: '15' })).toMatch(/^MLP-/)
    expect(await asked({ ...minor, age: '14' })).toHaveProperty('reason')
  })
})

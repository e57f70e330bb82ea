import { afterEach, describe, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** The cookie that an instance at this address sets when somebody chooses a language. */
async function cookieAt(origin: string): Promise<string> {
  vi.stubEnv('RELAIS_ORIGIN', origin)
  vi.stubEnv('RELAIS_SECRET', '0'.repeat(64))
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none')
  const { chooseLanguage } = await import('./choose-language')
  const body = { values: { language: 'en', back: '/work' }, json: false }
  const answer = await chooseLanguage(new Request(`${origin}/api/v1/language`), body)
  return answer.headers.get('set-cookie') ?? ''
}

describe('the language that somebody chose', () => {
  test('never travels in clear where the instance is reached by https', async () => {
    expect(await cookieAt('https://relais.example')).toMatch(/^lang=en; .*; HttpOnly; Secure$/)
  })

  test('is kept on loopback without TLS, where not every browser keeps a Secure cookie', async () => {
    expect(await cookieAt('http://127.0.0.1:3000')).not.toContain('Secure')
  })
})

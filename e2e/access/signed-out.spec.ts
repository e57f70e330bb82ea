import { expect, test } from '../support/test'

const same = { 'sec-fetch-site': 'same-origin', accept: 'text/html' }

test('a page asked for without a session leads to the sign-in and back', async ({ page }) => {
  await page.goto('/queue')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fqueue/)
})

test('a wrong address and a wrong password get the same answer', async ({ request }) => {
  const answers = []
  for (const email of ['mariam.keita@relais.example', `nobody-${Date.now()}@relais.example`]) {
    const answer = await request.post('/api/v1/session', {
      headers: same,
      form: { email, password: 'not the password' },
      maxRedirects: 0,
    })
    answers.push([answer.status(), answer.headers().location])
  }
  expect(answers[0]).toEqual([303, '/sign-in?wrong=1'])
  expect(answers[1]).toEqual(answers[0])
})

test('a form sent with no session carries what was typed through the sign-in', async ({ request }) => {
  const answer = await request.post('/api/v1/alerts', {
    headers: same,
    form: { given: 'Kept Name', age: '31' },
  })
  expect(answer.status()).toBe(401)
  const html = await answer.text()
  expect(html).toContain('Kept Name')
  expect(html).toContain('action="/api/v1/session"')
})

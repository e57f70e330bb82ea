import { account } from '../support/accounts'
import { onwards, post } from '../support/post'
import { expect, test } from '../support/test'

test('a danger said on the first page stands on the file before anybody rates it, with the hours it leaves', async ({
  signIn,
}) => {
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const place = { source: 'WALKIN', cercle: 'ML0506', sex: 'F', age: '24', ageBasis: 'STATED' }
  const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'bam', stats: 'YES', danger: 'GRAVE' }
  const code = onwards(await post(lead, '/api/v1/cases', { ...place, ...yes })).split('/')[2] ?? ''
  await lead.goto(`/cases/${code}`)
  const main = lead.getByRole('main')
  await expect(main).toContainText('Risque élevé, à noter maintenant')
  await expect(main).toContainText('dans les 2 heures')
  await lead.getByRole('link', { name: 'Évaluer le risque' }).click()
  await expect(lead).toHaveURL(new RegExp(`/cases/${code}/register/safety`))
})

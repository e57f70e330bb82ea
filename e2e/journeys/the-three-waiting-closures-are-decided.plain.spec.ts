import { account, all } from '../support/accounts'
import { maintaining } from '../support/database'
import { raw } from '../support/post'
import { standing } from '../support/standing'
import { expect, type Page, test } from '../support/test'

type Waiting = { code: string; office: string; reason: string; askedBy: string; named: string | null }

/** What the demonstration's teams have asked to close, and who decides on it where one person is named. */
const waiting = () =>
  maintaining(
    (tx) => tx<
      Waiting[]
    >`select c.code, c.office_id as office, x.reason, a.email as "askedBy", n.email as named
      from app.cases c join app.case_closings x on x.case_id = c.id and x.decided is null join access.users a on a.id = x.asked_by
        left join app.case_members m on m.case_id = c.id and m.capacity = 'NAMED_SUPERVISOR' and m.until is null
        left join access.users n on n.id = m.user_id
      where c.state = 'PENDING_CLOSURE' and x.asked_at < '2014-06-30' order by c.code`,
  )

const whose = (email: string) => {
  const found = all.find((one) => one.email === email)
  if (!found) throw new Error(`no account ${email}`)
  return found
}

/** From the queue, as it is found; everything the decision rests on is on the page. */
async function openFromQueue(supervisor: Page, { code, askedBy }: Waiting, reads: string[]): Promise<void> {
  await supervisor.goto('/queue?kind=close')
  await supervisor.getByRole('link').filter({ hasText: code }).click()
  const main = supervisor.locator('main')
  for (const words of [whose(askedBy).name, 'identité à effacer le', ...reads])
    await expect(main).toContainText(words)
}

test('each of the demonstration’s three waiting closures can be decided', async ({ signIn }) => {
  test.setTimeout(180_000)
  const three = await waiting()
  expect(three.map(({ office, reason }) => `${office} ${reason}`).sort()).toEqual([
    'MOP GOALS_MET',
    'MOP LOST_CONTACT',
    'TBT GOALS_MET',
  ])
  const of = (office: string, reason: string) => {
    const one = three.find((row) => row.office === office && row.reason === reason)
    if (!one) throw new Error(`no closing of ${office}`)
    return one
  }
  const goalsMet = [
    'Objectifs atteints',
    'Buts revus avec la personne',
    'Sécurité vérifiée dans les 14 jours',
    'Oui, elle le sait',
  ]

  await test.step('the mother in Timbuktu has a roof and an income: her file closes', async () => {
    const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
    const one = of('TBT', 'GOALS_MET')
    await openFromQueue(supervisor, one, [...goalsMet, 'Elle a un toit et un revenu'])
    await supervisor.getByRole('button', { name: 'Clore' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Dossier clos')
    expect((await standing(one.code)).file).toMatch(/^CLOSED .* GOALS_MET$/)
  })
  await test.step('the man back home is returned to his team, which reads why', async () => {
    const supervisor = await signIn(account('SUPERVISOR', { office: 'MOP' }))
    const one = of('MOP', 'GOALS_MET')
    await openFromQueue(supervisor, one, [...goalsMet, 'joint deux fois depuis'])
    await supervisor.getByRole('link', { name: 'Renvoyer à l’équipe' }).click()
    await supervisor.getByLabel('Ce qu’il reste à faire').fill('Le joindre une troisième fois.')
    await supervisor.getByRole('button', { name: 'Renvoyer' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Renvoyé à l’équipe')
    expect((await standing(one.code)).file).toMatch(/^OPEN /)
    const lead = await signIn(whose(one.askedBy))
    await lead.goto(`/cases/${one.code}`)
    await expect(lead.locator('main')).toContainText('Le joindre une troisième fois.')
  })
  await test.step('the girl whom nobody reaches: the one supervisor named reads the risk first; nobody else finds her', async () => {
    const one = of('MOP', 'LOST_CONTACT')
    const named = await signIn(whose(one.named ?? ''))
    const reads = [
      'Perte de contact',
      'Trois essais par deux moyens',
      'Injoignable',
      'La porte reste ouverte',
      'Laissé avec une raison',
    ]
    await openFromQueue(named, one, reads)
    await named.getByRole('button', { name: 'Clore' }).click()
    await expect(named.getByRole('alert')).toContainText('Lisez le risque')
    await expect(named.getByLabel('J’ai lu le risque')).not.toBeChecked()
    expect((await standing(one.code)).file, 'it still waits').toMatch(/^PENDING_CLOSURE HIGH S4/)
    const others = all.filter(
      ({ role, offices, email }) => role === 'SUPERVISOR' && offices.includes('MOP') && email !== one.named,
    )
    expect(others.length).toBeGreaterThan(0)
    for (const other of others) {
      const page = await signIn(other)
      expect((await raw(page, '/queue?kind=close')).text).not.toContain(one.code)
      expect((await raw(page, `/cases/${one.code}/close`)).status).toBe(404)
    }
  })
})

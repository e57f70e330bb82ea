import { photo } from '@/lib/testing/files/honest'
import { expectAccessible } from '../support/accessible'
import { account } from '../support/accounts'
import { fillIn } from '../support/fields'
import { answersLater } from '../support/file-work'
import { newcomer, openedCase } from '../support/people'
import { expect, type Page, test } from '../support/test'

const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'fra' }
const shop = {
  grantKind: 'SHOP',
  lineEQUIP: '90000',
  lineSTOCK: '240 000',
  lineRENT: '60000',
  lineWORKS: '40000',
  lineFEES: '15000',
  lineRESERVE: '30000',
}

/** Fills the open form and sends it by this button; answers once the page says that it is done. */
async function sent(
  page: Page,
  answers: Parameters<typeof fillIn>[1],
  button: string,
  done: string | RegExp,
) {
  await fillIn(page, answers)
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText(done)
}

/** The rules of accessibility are a script: asked where scripts run, of a page as it stands then, at 320 px too. */
async function readable(page: Page) {
  const wide = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.setViewportSize(wide)
  if (test.info().project.name === 'scripts-on') await expectAccessible(page)
}

/** A step is noted from its own line of the journey. */
async function noted(lead: Page, code: string, step: string, answers: Parameters<typeof fillIn>[1]) {
  await lead.goto(`/cases/${code}/return`)
  await lead
    .locator('main')
    .getByRole('link', { name: `Noter ${step}` })
    .click()
  await sent(lead, answers, 'Noter', 'Étape notée')
}

test('a man stranded in Tripoli goes home, opens a shop with help, and asks for a second one', async ({
  signIn,
}) => {
  test.setTimeout(300_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0901' })
  const here = `/cases/${code}/return`

  await test.step('a path is opened: from Libya through Niger, home to Mali', async () => {
    await lead.goto(`/cases/${code}`)
    await lead.getByText('Plus', { exact: true }).click()
    await lead.getByRole('link', { name: 'Retour au pays', exact: true }).click()
    await expect(lead.locator('main')).toContainText('Aucun parcours')
    await lead.getByRole('link', { name: 'Ouvrir un parcours de retour' }).click()
    const way = {
      kind: 'TO_RETURN',
      originCountry: 'LBY',
      transit1: 'NER',
      returnCountry: 'MLI',
      needs: ['INCOME', 'FAMILY'],
    }
    await sent(lead, way, 'Ouvrir le parcours', 'Parcours ouvert')
    await expect(lead.locator('main')).toContainText('n’a pas encore dit si elle veut rentrer')
  })
  await test.step('no formality begins before his yes', async () => {
    await lead.goto(`${here}/step?step=TICKET`)
    await lead.getByLabel('Faite', { exact: true }).check()
    await lead.getByRole('button', { name: 'Noter', exact: true }).click()
    await expect(lead.locator('main')).toContainText('La personne n’a pas dit oui à ce voyage')
  })
  await test.step('he says yes to this journey himself', async () => {
    await answersLater(lead, code, { for: 'RETURN' }, yes)
    await lead.goto(here)
    await expect(lead.locator('main')).toContainText('Elle peut reprendre son oui jusqu’au départ')
  })
  await test.step('nobody leaves before the formalities', async () => {
    await lead.goto(`${here}/step?step=DEPARTURE`)
    await lead.getByLabel('Faite', { exact: true }).check()
    await lead.getByRole('button', { name: 'Noter', exact: true }).click()
    await expect(lead.locator('main')).toContainText('Notez d’abord les étapes d’avant le départ')
  })
  await test.step('health, papers and ticket are done, an exit paper is not needed', async () => {
    for (const step of ['Avis médical de voyage', 'Document de voyage', 'Billet'])
      await noted(lead, code, step, { did: 'DONE', onDay: '30/6/2014' })
    await noted(lead, code, 'Laissez-passer ou frais de sortie', {
      did: 'NOT_NEEDED',
      onDay: '',
      stepReason: 'HAS_IT',
    })
  })
  await test.step('he leaves and arrives; the seventh day is not yet', async () => {
    await noted(lead, code, 'Départ', { did: 'DONE', onDay: '30/6/2014' })
    await noted(lead, code, 'Arrivée confirmée', { did: 'DONE', onDay: '30/6/2014' })
    await lead.goto(`${here}/step?step=CONTACT_7`)
    await lead.getByLabel('Faite', { exact: true }).check()
    await lead.getByRole('button', { name: 'Noter', exact: true }).click()
    await expect(lead.locator('main')).toContainText('Moins de 7 jours après l’arrivée')
  })
  await test.step('a shop is planned: the server adds up, keeps what was typed, and says what is too much', async () => {
    await lead.goto(`${here}/grant`)
    await lead.getByRole('link', { name: 'Petite boutique' }).click()
    await expect(lead.locator('[name=lineSTOCK]')).toHaveValue('240000')
    await sent(lead, { ...shop, lineRENT: '200000' }, 'Recalculer et garder', /lignes\s:\s615\s000\sXOF/)
    await expect(lead.locator('[name=lineRENT]')).toHaveValue('200000')
    await expect(lead.locator('main')).toContainText('Loyer ou local : 33 % du total ; 25 % au plus')
    await lead.getByRole('button', { name: 'Demander l’accord' }).click()
    await expect(lead.locator('main')).toContainText('Loyer ou local : 25 % du total au plus')
    await readable(lead)
    await expect(lead.locator('main')).toContainText('Moins de 3 devis : dites pourquoi')
    const supplier = 'Boutique Kéné, marché de Médine'
    await sent(lead, { ...shop, quotes: '3', supplier }, 'Demander l’accord', 'Accord demandé')
    await expect(lead.locator('main')).toContainText(supplier)
  })
  await test.step('a supervisor finds it in the queue and approves it', async () => {
    await supervisor.goto('/queue?kind=task')
    await supervisor.locator(`main a[href="${here}/decide"]`).first().click()
    await expect(supervisor.locator('main')).toContainText('Petit commerce')
    await readable(supervisor)
    await sent(supervisor, { verdict: 'APPROVE' }, 'Enregistrer la décision', 'Dotation approuvée')
  })
  await test.step('it is handed over in two parts before his brother, and counts once as help', async () => {
    await lead.goto(here)
    await lead.getByRole('link', { name: 'Noter une remise' }).click()
    const first = { lineSTOCK: '100000', lineRENT: '', lineWORKS: '', lineFEES: '', lineRESERVE: '' }
    const hands = { witness: 'Son frère', receipt: 'THUMB', donor: 'IDF' }
    await sent(lead, { ...first, ...hands }, 'Enregistrer la remise', 'Remise enregistrée')
    await lead.getByRole('link', { name: 'Noter une remise' }).click()
    await expect(lead.locator('[name=lineSTOCK]')).toHaveValue('140000')
    await sent(lead, { ...hands, receipt: 'SIGNED' }, 'Enregistrer la remise', 'Remise enregistrée')
    await lead.goto(`/cases/${code}/assistance`)
    await expect(lead.locator('main table tbody tr')).toHaveCount(1)
  })
  await test.step('four visits are promised, and the one of today finds a shop that grows', async () => {
    await lead.goto(here)
    for (const month of ['1 mois', '3 mois', '6 mois', '12 mois'])
      await expect(lead.locator('main').getByRole('rowheader', { name: month, exact: true })).toBeVisible()
    await lead.getByRole('link', { name: 'Noter une visite en plus' }).click()
    await fillIn(lead, { outcome: 'RUNS_GROWS', follow: 'OTHER_PROJECT' })
    await lead.getByRole('button', { name: 'Enregistrer et remplir la fiche' }).click()
    await expect(lead.locator('main')).toContainText('Visite en plus')
    await readable(lead)
    // What the visit found is not asked again.
    await expect(lead.locator('[name=rv_outcome]')).toHaveCount(0)
    const sheet = { rv_safe: 'YES', rv_helped: 'YES', rv_next: 'Un second rayon.' }
    await sent(lead, sheet, 'Terminer l’évaluation', 'Évaluation terminée')
    await lead.goto(here)
    await expect(lead.getByRole('link', { name: 'Voir la fiche' })).toBeVisible()
    await expect(lead.locator('main')).toContainText('Suite de la dernière visite')
    await readable(lead)
  })
  await test.step('the photo of the receipt stands beside what was handed over', async () => {
    await lead.getByRole('link', { name: 'Joindre le reçu' }).first().click()
    await expect(lead.locator('main')).toContainText('Aucun reçu dans ce dossier')
    await readable(lead)
    await lead.getByRole('link', { name: 'Ajouter la photo du reçu aux documents' }).click()
    const buffer = await photo().jpeg().toBuffer()
    await lead.getByLabel('Fichier').setInputFiles({ name: 'recu.jpg', mimeType: 'image/jpeg', buffer })
    await sent(lead, { kind: 'RECEIPT', reader: 'TEAM' }, 'Ajouter', 'Document ajouté')
    await lead.goto(here)
    await lead.getByRole('link', { name: 'Joindre le reçu' }).first().click()
    await lead.getByLabel(/^Reçu du/).check()
    await lead.getByRole('button', { name: 'Joindre ce reçu' }).click()
    await expect(lead.getByRole('status')).toContainText('Reçu joint à la remise')
    await expect(lead.getByRole('link', { name: 'voir le reçu' })).toBeVisible()
  })
  await test.step('what the journey said before stands in the history of the case', async () => {
    await lead.goto(`/cases/${code}/history?of=return`)
    await expect(lead.locator('main')).toContainText('Arrivée confirmée')
    await readable(lead)
    await lead.goto(here)
  })
  await test.step('a second shop is asked for, and what the visit asked is done', async () => {
    await lead.getByRole('button', { name: 'C’est fait' }).click()
    await lead.goto(`${here}/grant?model=SHOP`)
    await sent(lead, { quotes: '3' }, 'Demander l’accord', 'Accord demandé')
    await expect(lead.locator('main')).toContainText('Dotation 2')
    await supervisor.goto(`${here}/decide`)
    await sent(
      supervisor,
      { verdict: 'RETURN', returnReason: 'QUOTES' },
      'Enregistrer la décision',
      'Dotation renvoyée',
    )
    await lead.goto(`/cases/${code}`)
    await expect(lead.locator('main')).toContainText('Revoir la dotation renvoyée')
  })
  await test.step('it is counted by country and by kind, and the number opens the case', async () => {
    await supervisor.goto('/statistics/returns?country=MLI&of=arrived')
    await expect(supervisor.locator('main')).toContainText(code)
    await supervisor.goto('/statistics/returns?kind=SHOP&of=delivered')
    await expect(supervisor.locator('main')).toContainText(code)
    await readable(supervisor)
  })
})

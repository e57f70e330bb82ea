import { readFileSync } from 'node:fs'
import { account } from '../support/accounts'
import { expect, type Page, test } from '../support/test'

type Month = { total: (measure: string) => number; rows: string[][] }

/** The file of a month, downloaded by its link and taken apart. French files are parted by semicolons. */
async function download(page: Page, month: string): Promise<Month> {
  await page.goto(`/statistics?month=${month}`)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger le mois' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe(`relais-interne-${month}.csv`)
  const [, tags = '', ...lines] = readFileSync(await file.path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  const rows = lines.map((line) => line.split(';'))
  const at = (tag: string) => tags.split(';').indexOf(tag)
  const [region, code, sex, age, value] = [
    '#adm1+code+v_pcodes',
    '#indicator+code',
    '#beneficiary+sex+code',
    '#beneficiary+age+code',
    '#indicator+value+num',
  ].map(at)
  const total = (measure: string) => {
    const found = rows.filter(
      (row) =>
        row[region ?? -1] === 'ML' &&
        row[code ?? -1] === measure &&
        row[sex ?? -1] === 'ALL' &&
        row[age ?? -1] === 'ALL',
    )
    expect(found, measure).toHaveLength(1)
    return Number(found[0]?.[value ?? -1])
  }
  expect(new Set(rows.map((row) => row.length)).size, 'every line has the same cells').toBe(1)
  expect(rows.every((row) => row.at(-1) === 'interne, ne pas diffuser')).toBe(true)
  for (const row of rows) {
    const persons = Number(row[value ?? -1])
    expect(persons > 0 && persons < 5, `one to four persons shown: ${row}`).toBe(false)
  }
  return { total, rows }
}

test('the information officer takes the months of the pilot quarter, and the figures are the published ones', async ({
  signIn,
}) => {
  const officer = await signIn(account('IM'))
  const [march, april, may] = [
    await download(officer, '2014-03'),
    await download(officer, '2014-04'),
    await download(officer, '2014-05'),
  ]
  expect(march.total('M_CUM_IND'), 'assisted before the quarter').toBe(3957)
  expect(april.total('M_CUM_IND')).toBe(3957 + april.total('M_NEW_IND'))
  expect(may.total('M_CUM_IND')).toBe(april.total('M_CUM_IND') + may.total('M_NEW_IND'))
  await test.step('June closes the quarter; it may have grown by today’s work', async () => {
    const june = await download(officer, '2014-06')
    const quarter = april.total('M_NEW_IND') + may.total('M_NEW_IND') + june.total('M_NEW_IND')
    expect(quarter).toBeGreaterThanOrEqual(572)
    expect(june.total('M_CUM_IND')).toBeGreaterThanOrEqual(4529)
    expect(june.total('M_CUM_IND') - quarter).toBe(3957)
    expect(june.total('M_ACT_IND')).toBeGreaterThanOrEqual(june.total('M_NEW_IND'))
  })
  await test.step('no name, no case code, and each download is listed', async () => {
    expect(may.rows.flat().join(' ')).not.toMatch(/MLP-/)
    await officer.goto('/statistics')
    await expect(officer.locator('main')).toContainText(account('IM').name)
    expect((await officer.goto('/cases'))?.status()).toBe(403)
  })
})

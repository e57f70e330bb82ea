import { maintaining } from './database'

/** What a story leaves in the database, each row as one line of codes. */
export type Standing = {
  file: string
  /** The measures in which the months count the person; LEFT_OUT where they did not agree to be counted. */
  figures: string[]
  consents: string[]
  referrals: string[]
}

/**
 * How a case stands: `state risk sensitivity reason`; consents as they were given, `purpose partner service answer giver
 * basis reason`, with `confirmed` where somebody else put their word to it; referrals as `partner service state`.
 */
export const standing = (code: string): Promise<Standing> =>
  maintaining(async (tx) => {
    const [file] =
      await tx`select c.id, concat_ws(' ', c.state, c.risk, c.sensitivity, c.closure_reason) as line
      from app.cases c where c.code = ${code}`
    if (!file) throw new Error(`no case ${code}`)
    const consents = await tx<
      { line: string }[]
    >`select concat_ws(' ', c.purpose, c.partner_code, c.service, c.status, c.giver,
        c.legal_basis, c.reason, case f.says when 'YES' then 'confirmed' when 'NO' then 'not-confirmed' end) as line
      from app.consents c left join app.consent_confirmations f on f.consent_id = c.id
      where c.case_id = ${file.id} order by c.given_at, c.purpose`
    const referrals = await tx<
      { line: string }[]
    >`select concat_ws(' ', r.partner_code, r.service, r.state) as line
      from app.referrals r where r.case_id = ${file.id} order by r.last_at, r.service`
    const figures = await tx<{ line: string }[]>`select distinct m.measure as line from report.case_months m
      where m.case_id = ${file.id} order by 1`
    const lines = (rows: { line: string }[]) => rows.map(({ line }) => line)
    return {
      file: String(file.line),
      figures: lines(figures),
      consents: lines(consents),
      referrals: lines(referrals),
    }
  })

/** The facts that a referral took along, as its consent covers them. */
export const leftWith = (referralId: string): Promise<string[]> =>
  maintaining(async (tx) => {
    const [row] =
      await tx`select c.facts from app.referrals r join app.consents c on c.id = r.consent_id where r.id = ${referralId}`
    return [...(row?.facts ?? [])].sort()
  })

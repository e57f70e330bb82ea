import type { FileStory, Team } from './file-story'
import type { Instance } from './instance'

type Kept = {
  code: string
  events: string[]
  log: string[]
  team: string[]
  answers: string[]
  half: string | null
}

/**
 * Every acknowledged save stands there once: the moves in their order, a line in the log each, the team, the answers; and
 * nothing half: a state is its last move's, work about waiting is open exactly while it waits, a file points where two people
 * decided it.
 */
export async function toldOnce(
  instance: Instance,
  team: Team,
  { stories, before }: { stories: readonly FileStory[]; before: readonly string[] },
): Promise<string[]> {
  const codes = stories.map(({ code }) => code)
  const begun = await begunBy(instance, team.lead.id)
  const twice = begun.filter((code) => !codes.includes(code) && !before.includes(code))
  const kept = await instance.ask(
    (sql) => sql<Kept[]>`
    select c.code,
      array(select e.verb from app.case_events e where e.case_id = c.id order by e.id) as events,
      array(select a.action from audit.events a where a.case_id = c.id and a.outcome = 'done' order by a.action) as log,
      array(select m.capacity || ' ' || m.user_id from app.case_members m where m.case_id = c.id and m.until is null
        order by 1) as team,
      array(select s.purpose from app.consents s where s.case_id = c.id order by 1) as answers,
      case
        when c.state <> (select e.to_state from app.case_events e where e.case_id = c.id order by e.id desc limit 1) then 'the state is not its last move''s'
        when (c.state = 'ON_HOLD') <> exists (select from app.tasks t where t.case_id = c.id and t.kind = 'REVIEW_HOLD'
          and t.state = 'OPEN') then 'waits without work about it'
        when (c.state = 'PENDING_CLOSURE' and c.closure_reason <> 'CONSENT_WITHDRAWN') <> exists (select from app.case_closings x
          where x.case_id = c.id and x.decided is null) then 'asked without words'
        when (c.merged_into is not null) <> exists (select from app.same_person p where p.case_id = c.id and p.decided = 'YES'
          and p.undone_at is null) then 'points without two words'
        when c.lead_id <> (select m.user_id from app.case_members m where m.case_id = c.id and m.capacity = 'LEAD'
          and m.until is null) then 'led by nobody of its team'
      end as half
    from app.cases c where c.code = any(${codes})`,
  )
  const byCode = new Map(kept.map((row) => [row.code, row]))
  return [
    ...stories.flatMap((story) => differences(story, byCode.get(story.code), team)),
    ...twice.map((code) => `file ${code} was begun twice`),
  ]
}

const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join()
const sorted = (list: readonly string[]) => [...list].sort()

function differences(story: FileStory, kept: Kept | undefined, team: Team): string[] {
  if (!kept) return [`file ${story.code} was lost`]
  const people = story.team.map((one) => {
    const [capacity = '', who = ''] = one.split(' ')
    return `${capacity} ${team[who as keyof Team].id}`
  })
  // The first page has no file yet that the log could name.
  const log = sorted(story.log.filter((action) => action !== 'case.open'))
  return [
    ...(same(story.events, kept.events)
      ? []
      : [`moves of ${story.code}: ${kept.events} instead of ${story.events}`]),
    ...(same(log, sorted(kept.log)) ? [] : [`log of ${story.code}: ${kept.log} instead of ${log}`]),
    ...(same(sorted(people), sorted(kept.team)) ? [] : [`the team of ${story.code} is not as it was saved`]),
    ...(same(sorted(story.answers), kept.answers)
      ? []
      : [`answers of ${story.code}: ${kept.answers} instead of ${story.answers}`]),
    ...(kept.half === null ? [] : [`${story.code}: ${kept.half}`]),
  ]
}

/** Codes of the files that somebody began, seen from behind the walls. */
export const begunBy = ({ ask }: Instance, person: string): Promise<string[]> =>
  ask(async (sql) => {
    const rows = await sql<{ code: string }[]>`select code from app.cases where opened_by = ${person}`
    return rows.map(({ code }) => code)
  })

import { isoDayOf } from '@/lib/base/time/days'
import { listProjects, oneProject, type ProjectLine } from '@/lib/casework/projects/queries'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

export type ProjectStanding = 'running' | 'later' | 'over'

/** Whether a project runs on a day (ISO), will, or did. PURE. */
export const standingOn = (
  { fromOn, untilOn }: Pick<ProjectLine, 'fromOn' | 'untilOn'>,
  on: string,
): ProjectStanding => {
  if (on < fromOn) return 'later'
  return untilOn !== null && untilOn < on ? 'over' : 'running'
}

/** Every project, and whether it runs today. */
export async function viewProjects(reading: Reading) {
  const today = isoDayOf(reading.actor.now)
  const projects = (await listProjects(reading)).map((project) => ({
    ...project,
    standing: standingOn(project, today),
  }))
  return { view: { projects }, subject: { type: 'project', id: '' }, detail: { count: projects.length } }
}

const draftOf = ({ tx, actor }: Reading, verb: string, query: Query) =>
  findDraft(tx, actor.userId, verb, one(query, 'draft'))

/** The empty form of a new project. */
export async function prepareNewProject(reading: Reading, query: Query) {
  return {
    view: { draft: await draftOf(reading, 'project.add', query) },
    subject: { type: 'project', id: '' },
  }
}

/** One project, to be renamed or ended, with what it said before. */
export async function prepareProject(reading: Reading, id: string, query: Query) {
  const subject = { type: 'project', id }
  const project = await oneProject(reading, id)
  if (!project) return { missing: subject }
  return { view: { project, draft: await draftOf(reading, 'project.change', query) }, subject }
}

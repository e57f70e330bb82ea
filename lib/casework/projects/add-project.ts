import { projects } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { projectForm } from './form'
import { projectCode } from './project-code'
import { listProjects } from './queries'

/** A donor pays for something new: from its first day on a line of help may name it. */
export const addProject = verb({
  name: 'project.add',
  session: 'staff',
  roles: ['ADMIN'],
  form: projectForm,
  page: () => '/projects/new',
  scope: async (ctx) => ({ standing: await listProjects(ctx) }),
  policy: () => allowed,
  audit: () => ({ type: 'project', id: '' }),
  apply: async ({ tx }, { standing }, { donor, name, fromOn, untilOn }) => {
    if (standing.some((one) => one.donor === donor && one.name === name))
      return { invalid: { name: 'stands-already' } }
    const id = projectCode(
      donor,
      name,
      standing.map((one) => one.id),
    )
    await tx.insert(projects).values({ id, donor, name, fromOn, untilOn: untilOn || null })
    return { location: '/projects?done=added', id, detail: { project: id } }
  },
})

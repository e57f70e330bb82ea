import { at, type Places } from './places'

/** Where what is asked about projects of donors is kept. PURE. */
export const keptOfProjects: Record<string, Places> = {
  'project.add': {
    ...at('donor', 'app.projects.donor'),
    ...at('name', 'app.projects.name'),
    ...at('fromOn', 'app.projects.from_on'),
    ...at('untilOn', 'app.projects.until_on'),
  },
  'project.change': { ...at('name', 'app.projects.name'), ...at('untilOn', 'app.projects.until_on') },
}

import { at, type Places } from './places'

const carried: Places = { ...at('carry', 'app.papers.carry'), ...at('language', 'app.papers.language') }

/** Where what is asked before a paper is kept. PURE. */
export const keptOfPapers: Record<string, Places> = {
  'paper.print-summary': at('withNotes', 'app.papers.parts'),
  'paper.print-my-data': carried,
  'paper.print-appointment': { ...carried, ...at('on time place call who', 'app.papers.detail') },
}

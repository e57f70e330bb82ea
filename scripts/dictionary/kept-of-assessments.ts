import { INSTRUMENTS } from '../../lib/casework/assessments/book'
import { APART, partOf } from '../../lib/casework/assessments/parts'
import { at, type Places } from './places'

/** Every question of every instrument, in the table of the part it is sealed in. */
const questions = Object.assign(
  {},
  ...INSTRUMENTS.flatMap((one) =>
    one.questions.map((question) =>
      at(
        question.id,
        APART.includes(partOf(one, question)) ? 'app.incident_answers.body' : 'app.assessment_answers.body',
      ),
    ),
  ),
) as Places

export const keptOfAssessments: Record<string, Places> = {
  'assessment.write': {
    ...questions,
    ...at('step', 'app.assessments.state'),
    ...at('danger', 'app.danger_flags.code'),
    ...at('shownFlags', 'confirms'),
    ...at('visit', 'app.assessments.visit_id'),
  },
  'assessment.decide-panel': {
    ...at('decision', 'app.panel_decisions.decision'),
    ...at('decidedOn', 'app.panel_decisions.decided_on'),
    ...at('panelWords', 'app.panel_decisions.words'),
  },
}

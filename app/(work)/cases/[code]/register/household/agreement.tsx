import { Note } from '@/app/_ui/note'
import { householdOf } from '@/lib/casework/people/household'
import type { Registration } from '@/lib/desks/case-file/prepare-registration'
import type { Framed } from '../../case-frame'

/** Said and listed must be one number; until then the page says what is missing and what leaves meanwhile. */
export function Agreement({ view, page: { t } }: { view: Registration; page: Framed }) {
  const { person, people } = view.head
  const household = householdOf(person.householdSize, people.length)
  if (household.kind === 'unasked') return null
  if (household.kind === 'agreed')
    return people.length > 1 ? (
      <Note tone="good" icon="ok">
        {t('people.household.agreed', { people: household.people })}
      </Note>
    ) : null
  return (
    <Note tone="soon" icon="warn">
      <p>
        <b>{t('people.household.differ', { said: household.people, listed: people.length })}</b>{' '}
        {t(`people.household.${household.kind}`, { count: household.difference })}
      </p>
    </Note>
  )
}

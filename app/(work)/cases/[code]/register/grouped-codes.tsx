import type { Filled } from '@/app/_frame/form-fields'
import { Button } from '@/app/_ui/button'
import { Option } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { TextField } from '@/app/_ui/fields'
import { label, offered, parentOf } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { lookedFor, lowerLevel, withLooked } from '@/lib/casework/people/two-levels'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Framed } from '../case-frame'

type Props = {
  /** The ticked codes, and the word typed to find another. */
  name: string
  more: string
  list: ListName
  /** Upper codes that are not asked of this person; what is ticked below one is shown all the same. */
  without?: readonly string[]
  /** What an alert lets one think of: shown to be ticked, never ticked. */
  near?: readonly string[]
  draft: Draft | undefined
  values: Filled
  page: Framed
}

/**
 * A two-level list, closed. What is ticked, and what a word may mean, stands before its groups: one entry comes back ticked,
 * several come back to choose among.
 */
export function GroupedCodes({ name, more, list, without = [], near = [], draft, values, page }: Props) {
  const { t, locale } = page
  const shown = draft ? draft.values : values
  const word = [shown[more] ?? ''].flat().join('')
  const chosen = withLooked(list, [shown[name] ?? []].flat(), word)
  const found = lookedFor(list, word)
  const all = lowerLevel(list)
  const before = [...new Set([...chosen, ...found, ...near])].filter((code) => all.includes(code))
  const error = (field: string) => {
    const problem = draft?.errors[field]
    return problem && errorText(t, 'people', field, problem)
  }
  const option = (code: string) => (
    <Option
      key={code}
      id={code === before[0] ? `f-${name}` : undefined}
      type="checkbox"
      name={name}
      value={code}
      label={label(list, code, locale)}
      checked={chosen.includes(code)}
    />
  )
  const wrong = error(name)
  return (
    <div className={wrong ? 'bad' : undefined} id={wrong && before.length === 0 ? `f-${name}` : undefined}>
      <fieldset className="field">
        <legend>{wordingOf(t, `people.${name}.label`, name)}</legend>
        <span className="hint">{wordingOf(t, `people.${name}.hint`, '')}</span>
        {wrong && <span className="err">{wrong}</span>}
        <TextField
          name={more}
          label={wordingOf(t, `people.${more}.label`, more)}
          error={error(more)}
          value={found.length === 1 ? '' : word}
          beside={
            <Button calm small name="_look" value={more}>
              {t('people.more.look')}
            </Button>
          }
        />
        {before.length > 0 && <div className="opts one">{before.map(option)}</div>}
        {offered(list)
          .filter((entry) => !entry.parent && !without.includes(entry.code))
          .map(({ code }) => {
            const below = all.filter((one) => !before.includes(one) && parentOf(list, one) === code)
            return below.length > 0 ? (
              <Details key={code} summary={label(list, code, locale)}>
                <div className="opts one">{below.map(option)}</div>
              </Details>
            ) : null
          })}
      </fieldset>
    </div>
  )
}

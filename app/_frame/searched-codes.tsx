import { Button } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { TextField } from '@/app/_ui/fields'
import { isUnsaid, label, offered } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { findCode, withFound } from '@/lib/base/forms/find-code'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import type { Filled } from './form-fields'

type Props = {
  /** The ticked codes, and the word typed to find another. */
  name: string
  more: string
  list: ListName
  usual: readonly string[]
  draft: Draft | undefined
  values: Filled
  page: Pick<Page<unknown>, 't' | 'locale'>
}

/**
 * A long list as a short one: the usual answers, whatever is ticked already, and why there is none. The rest is searched
 * for by a word, which comes back ticked: by the button, or by saving.
 */
export function SearchedCodes({ name, more, list, usual, draft, values, page: { t, locale } }: Props) {
  const shown = draft ? draft.values : values
  const typed = [shown[more] ?? ''].flat().join('')
  const chosen = withFound(list, [shown[name] ?? []].flat(), typed)
  const all = offered(list).map(({ code }) => code)
  const near = [...new Set([...usual, ...chosen, ...all.filter(isUnsaid)])]
  const error = (field: string) => {
    const problem = draft?.errors[field]
    return problem && errorText(t, 'people', field, problem)
  }
  return (
    <>
      <CheckboxGroup
        name={name}
        label={wordingOf(t, `people.${name}.label`, name)}
        hint={wordingOf(t, `people.${name}.hint`, '') || undefined}
        error={error(name)}
        values={chosen}
        options={near.map((code) => ({ value: code, label: label(list, code, locale) }))}
      />
      <TextField
        name={more}
        label={wordingOf(t, `people.${more}.label`, more)}
        hint={t('people.more.hint')}
        error={error(more)}
        optionalLabel={t('forms.optional')}
        value={findCode(list, typed) === undefined ? typed : ''}
        suggest={all.filter((code) => !near.includes(code)).map((code) => label(list, code, locale))}
        beside={
          <Button calm small name="_look" value={more}>
            {t('people.more.look')}
          </Button>
        }
      />
    </>
  )
}

import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/fields'
import { GetForm } from '@/app/_ui/form'
import type { Translate } from '@/lib/base/i18n/translate'

/** The one search box on a page of its own: on a phone the bar above has no room for it. */
export const SearchForm = ({ t, typed }: { t: Translate; typed: string }) => (
  <GetForm action="/search" label={t('search.title')}>
    <TextField
      name="q"
      label={t('search.label')}
      hint={t('search.hint')}
      value={typed}
      type="search"
      dir="auto"
    />
    <p>
      <Button>{t('search.button')}</Button>
    </p>
  </GetForm>
)

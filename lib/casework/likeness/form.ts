import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeUuid } from '@/lib/base/forms/uuid'

/** What two files are to each other. `other`: the known file; `pair`: a question about one that nobody here may open. */
export const sayForm = form({
  noun: 'same',
  fields: {
    other: carried(maybeUuid()),
    pair: carried(maybeUuid()),
    answer: choice(['TWO', 'SAME', 'UNSURE']),
  },
})

/** The second person's word. */
export const decideForm = form({ noun: 'same', fields: { says: choice(['YES', 'NO']) } })

export const undoForm = form({ noun: 'same', fields: {} })

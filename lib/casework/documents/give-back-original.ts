import { sql } from 'drizzle-orm'
import { onCase } from '@/lib/casework/cases/on-case'
import { verb } from '@/lib/platform/gate/verb'
import { giveBackForm } from './form'
import { mayGiveOriginalBack } from './policy'
import { documentInReach, onDocument } from './queries'

/** The paper itself goes back: by anybody of the team, and also after the person has taken back their consent, for it is theirs. */
export const giveOriginalBack = verb({
  ...onCase,
  ...onDocument,
  name: 'document.give-back',
  form: giveBackForm,
  page: ({ code }, { document }) => `/cases/${code}/documents/${document}`,
  scope: (ctx, { code }, { document }) => documentInReach(ctx, code, document),
  policy: mayGiveOriginalBack,
  apply: async ({ tx }, { record, document }, { givenTo }) => {
    const [row] = await tx.execute<{ done: boolean }>(
      sql`select app.give_original_back(${document.id}::uuid, ${givenTo}) as done`,
    )
    return row?.done
      ? {
          location: `/cases/${record.code}/documents?done=original-back`,
          detail: { document: document.id, givenTo },
        }
      : { conflict: true }
  },
})

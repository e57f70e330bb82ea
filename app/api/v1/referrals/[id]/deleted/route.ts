import { noteDeleted } from '@/lib/casework/referrals/verbs/note-deleted'
import { command } from '@/lib/platform/gate/command'

export const POST = command(noteDeleted)

import { correctNote } from '@/lib/casework/notes/change-note'
import { command } from '@/lib/platform/gate/command'

export const POST = command(correctNote)

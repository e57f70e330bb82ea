import { noteVisit } from '@/lib/casework/reintegration/note-visit'
import { command } from '@/lib/platform/gate/command'

export const POST = command(noteVisit)

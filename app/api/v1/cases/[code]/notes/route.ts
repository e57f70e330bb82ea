import { addNote } from '@/lib/casework/notes/add-note'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addNote)

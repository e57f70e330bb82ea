import { addNote } from '@/lib/notes/add-note'
import { command } from '@/lib/write/command'

export const POST = command(addNote)

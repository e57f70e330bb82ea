import { addEntry } from '@/lib/casework/services/add-entry'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addEntry)

import { dropView } from '@/lib/casework/views/change-view'
import { command } from '@/lib/platform/gate/command'

export const POST = command(dropView)

import { claimItem } from '@/lib/casework/tasks/mark-item'
import { command } from '@/lib/platform/gate/command'

export const POST = command(claimItem)

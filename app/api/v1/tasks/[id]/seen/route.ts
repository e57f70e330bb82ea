import { seeTask } from '@/lib/casework/tasks/see-task'
import { command } from '@/lib/platform/gate/command'

export const POST = command(seeTask)

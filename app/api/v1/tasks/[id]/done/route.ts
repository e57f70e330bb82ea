import { doTask } from '@/lib/casework/tasks/do-task'
import { command } from '@/lib/platform/gate/command'

export const POST = command(doTask)

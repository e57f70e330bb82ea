import { reviewCase } from '@/lib/casework/followups/review-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(reviewCase)

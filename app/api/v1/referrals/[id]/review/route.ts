import { reviewEmergency } from '@/lib/queue/review-emergency'
import { command } from '@/lib/write/command'

export const POST = command(reviewEmergency)

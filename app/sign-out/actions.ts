'use server';

import { signOutAction } from '@/lib/server/sign-in-action';

export const signOut = signOutAction;

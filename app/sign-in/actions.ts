'use server';

import { signInAction } from '@/lib/server/sign-in-action';

export const signIn = signInAction;

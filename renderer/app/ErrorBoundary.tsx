// SPDX-License-Identifier: MIT
import { Component } from 'react';
import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState';
import { messages } from '../../electron/language/messages';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Keeps a fault in one part from taking the window, and a waiting change with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        text={messages.errors.pageCrashed}
        detail={error.message}
        action={messages.app.tryAgain}
        onAction={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}

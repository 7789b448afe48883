//! What stands between the desktop and eframe: events that would cost a frame, or a wait, and say nothing.

use eframe::egui::Pos2;
use eframe::{EframeWinitApplication, UserEvent};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, ElementState, MouseButton, StartCause, WindowEvent};
use winit::event_loop::ActiveEventLoop;
use winit::keyboard::{Key, NamedKey};
use winit::platform::x11::ActiveEventLoopExtX11 as _;
use winit::window::WindowId;

use super::primary::Desk;

/// The window's events on their way to eframe, which hears no middle click: on X11 it would read what is selected.
/// On Wayland it does, since only it has the connection that can.
///
/// That a key was let go changes nothing that is drawn, but eframe would draw it all the same: it is told with what
/// comes next.
pub(super) struct Before<'a> {
    next: EframeWinitApplication<'a>,
    desk: Desk,
    pointer: Pos2,
    /// Keys that were let go and not told of yet.
    let_go: Vec<(WindowId, WindowEvent)>,
}

impl<'a> Before<'a> {
    /// Stands before this.
    #[must_use]
    pub(super) fn new(next: EframeWinitApplication<'a>, desk: Desk) -> Self {
        Self { next, desk, pointer: Pos2::ZERO, let_go: Vec::new() }
    }
}

impl ApplicationHandler<UserEvent> for Before<'_> {
    fn window_event(&mut self, event_loop: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        match &event {
            WindowEvent::CursorMoved { position, .. } => {
                #[expect(clippy::cast_possible_truncation, reason = "pixels on a screen")]
                let at = Pos2::new(position.x as f32, position.y as f32);
                self.pointer = at;
            }
            WindowEvent::MouseInput { state, button: MouseButton::Middle, .. } if event_loop.is_x11() => {
                if *state == ElementState::Pressed {
                    self.desk.ask(self.pointer);
                }
                return;
            }
            WindowEvent::MouseInput { state: ElementState::Pressed, .. } => {
                self.desk.turn();
            }
            WindowEvent::KeyboardInput { event: key, .. } if key.state == ElementState::Pressed => {
                self.desk.turn();
            }
            WindowEvent::KeyboardInput { event: key, .. } if !is_modifier(&key.logical_key) => {
                self.let_go.push((window, event));
                return;
            }
            WindowEvent::RedrawRequested => {
                self.next.window_event(event_loop, window, event);
                return;
            }
            _ => {}
        }
        for (window, event) in self.let_go.drain(..) {
            self.next.window_event(event_loop, window, event);
        }
        self.next.window_event(event_loop, window, event);
    }

    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.next.resumed(event_loop);
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.next.new_events(event_loop, cause);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.next.user_event(event_loop, event);
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.next.device_event(event_loop, device, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.next.about_to_wait(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.next.suspended(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.next.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.next.memory_warning(event_loop);
    }
}

/// What is held changes what a click or a letter means.
fn is_modifier(key: &Key) -> bool {
    use NamedKey::{Alt, AltGraph, Control, Fn, Hyper, Meta, Shift, Super};
    matches!(key, Key::Named(Alt | AltGraph | Control | Fn | Hyper | Meta | Shift | Super))
}

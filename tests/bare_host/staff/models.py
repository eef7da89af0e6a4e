"""A user who logs in with an address and has neither a username nor a first name."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class ColleagueManager(BaseUserManager):
    def create_superuser(self, email, password=None):
        colleague = self.model(email=email, is_staff=True, is_superuser=True)
        colleague.set_password(password)
        colleague.save()
        return colleague


class Colleague(AbstractBaseUser, PermissionsMixin):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    email = models.EmailField(unique=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    objects = ColleagueManager()
    USERNAME_FIELD = "email"

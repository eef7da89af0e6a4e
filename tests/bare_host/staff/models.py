"""A user who logs in with an address, has neither a username nor a first name, and is active until they leave."""

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
    left_on = models.DateField(null=True)

    objects = ColleagueManager()
    USERNAME_FIELD = "email"

    @property
    def is_active(self):
        return self.left_on is None
